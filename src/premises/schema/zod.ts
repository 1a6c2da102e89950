import * as z from 'zod/mini'

// Without this zod tries `new Function` at the start, which the page's content security policy reports.
z.config({ jitless: true })

export { z }
