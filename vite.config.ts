import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { contentSecurityPolicy, isolation } from './src/cli/server.mjs'
import { bundledWorkers, singleFile } from './src/cli/portable.mjs'

// Modes: `site` (a static folder), `portable` (one HTML file), `node` (terminal and its worker), `test` (vitest),
// `development` (vite dev server). src/cli/build.mjs runs the first three.
export default defineConfig(({ mode }) => {
  const portable = mode === 'portable'
  return {
    base: './',
    define: { __PORTABLE__: JSON.stringify(portable) },
    plugins: [
      react(),
      ...(portable ? [bundledWorkers(), singleFile()] : []),
      ...(mode === 'site'
        ? [
            VitePWA({
              registerType: 'prompt',
              injectRegister: false,
              manifest: {
                name: 'Lối Thoát',
                short_name: 'Lối Thoát',
                description: 'Lập phương án thoát nạn trên mặt bằng',
                lang: 'vi',
                start_url: './',
                scope: './',
                display: 'standalone',
                background_color: '#f6f6f5',
                theme_color: '#1f2933',
                icons: [
                  { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
                  { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
                  { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
                ],
              },
              workbox: {
                globPatterns: ['**/*.{html,js,css,json,woff2,ttf,pfb,wasm,svg,png,webmanifest}'],
                maximumFileSizeToCacheInBytes: 8_000_000,
                navigateFallback: 'index.html',
                cleanupOutdatedCaches: true,
              },
            }),
          ]
        : []),
    ],
    worker: { format: 'es' as const },
    build:
      mode === 'node'
        ? {
            outDir: 'dist/node',
            emptyOutDir: true,
            ssr: true,
            target: 'node20',
            copyPublicDir: false,
            rollupOptions: {
              input: { cli: 'src/cli/main.ts', worker: 'workers/worker.node.ts' },
              output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
            },
          }
        : {
            outDir: `dist/${mode}`,
            emptyOutDir: true,
            target: 'es2022',
            manifest: mode === 'site' ? 'manifest.json' : false,
            // One file carries everything as data; a site keeps files apart so that the browser caches them.
            assetsInlineLimit: portable ? Number.MAX_SAFE_INTEGER : 0,
            chunkSizeWarningLimit: 2_000,
            copyPublicDir: !portable,
            modulePreload: portable ? false : { polyfill: false },
            ...(portable ? { rollupOptions: { output: { codeSplitting: false } }, cssCodeSplit: false } : {}),
          },
    server: { headers: isolation },
    preview: { headers: { ...isolation, 'Content-Security-Policy': contentSecurityPolicy } },
    test: {
      include: ['test/**/*.test.{ts,tsx}'],
      testTimeout: 180_000,
      hookTimeout: 180_000,
      pool: 'forks',
      maxWorkers: 2,
      passWithNoTests: false,
    },
  }
})
