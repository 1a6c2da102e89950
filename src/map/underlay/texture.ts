/** Larger pictures are made smaller for the screen, pixels a side; the file keeps them as they are. */
const mostPx = 4096

/**
 * A picture from an address, decoded beside the main thread and no larger than the graphics card takes. Null where it
 * cannot be read.
 */
export async function decoded(address: string, cardPx: number): Promise<ImageBitmap | null> {
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const share = Math.min(1, Math.min(mostPx, cardPx) / Math.max(width, height))
    const size = {
      resizeWidth: Math.max(1, Math.round(width * share)),
      resizeHeight: Math.max(1, Math.round(height * share)),
    }
    return await createImageBitmap(image, share < 1 ? { ...size, resizeQuality: 'high' } : {})
  } catch {
    return null
  }
}

/** The bitmap as a texture with mipmaps, so that thin lines stay lines when the map is zoomed out. */
export function textureOf(gl: WebGL2RenderingContext, bitmap: ImageBitmap): WebGLTexture | null {
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap)
  gl.generateMipmap(gl.TEXTURE_2D)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE)
  return texture
}

const vertex = `#version 300 es
in vec4 corner;
out vec2 at;
void main() { at = corner.zw; gl_Position = vec4(corner.xy, 0.0, 1.0); }`

const fragment = `#version 300 es
precision mediump float;
uniform sampler2D picture;
uniform float opacity;
in vec2 at;
out vec4 colour;
void main() { colour = texture(picture, at) * opacity; }`

/** Draws textures as quadrilaterals given in clip space: upper left, upper right, lower left, lower right. */
export function quadrilaterals(gl: WebGL2RenderingContext) {
  const program = gl.createProgram()
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)
    if (!shader) continue
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.bindAttribLocation(program, 0, 'corner')
  gl.linkProgram(program)
  const opacityAt = gl.getUniformLocation(program, 'opacity')
  const pictureAt = gl.getUniformLocation(program, 'picture')
  const array = gl.createVertexArray()
  const buffer = gl.createBuffer()
  const data = new Float32Array(16)
  return {
    draw: (texture: WebGLTexture, clip: readonly (readonly [number, number])[], opacity: number) => {
      clip.forEach(([x, y], index) => data.set([x, y, index % 2, index < 2 ? 0 : 1], index * 4))
      gl.useProgram(program)
      gl.bindVertexArray(array)
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW)
      gl.enableVertexAttribArray(0)
      gl.vertexAttribPointer(0, 4, gl.FLOAT, false, 0, 0)
      gl.activeTexture(gl.TEXTURE0)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      gl.uniform1i(pictureAt, 0)
      gl.uniform1f(opacityAt, opacity)
      gl.disable(gl.DEPTH_TEST)
      gl.disable(gl.STENCIL_TEST)
      gl.disable(gl.CULL_FACE)
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4)
      gl.bindVertexArray(null)
    },
    remove: () => {
      gl.deleteProgram(program)
      gl.deleteVertexArray(array)
      gl.deleteBuffer(buffer)
    },
  }
}
