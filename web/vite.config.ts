import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'
import { offlinePages } from './offline_plugin'

// The server embeds what the build leaves, so every file is served from the root of one origin;
// in development the API is asked through a proxy for the same reason.
const server = process.env.LAOYOU_SERVER ?? 'http://127.0.0.1:8080'

// The server compares where a request comes from with its host: the proxy must not change the latter.
const same = (target: string) => ({ target, changeOrigin: false })

export default defineConfig({
  plugins: [vue(), offlinePages(['shell/ConsoleShell.vue', 'work/WorkPage.vue', 'assessments/AssessPage.vue', 'assessments/DevicePage.vue'])],
  server: { proxy: { '/api': same(server), '/openapi.json': same(server) } },
  build: {
    target: 'es2020',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // a strict content policy forbids data: addresses
    chunkSizeWarningLimit: 700,
    rollupOptions: { output: { experimentalMinChunkSize: 6000 } }, // a handful of requests instead of dozens of crumbs
  },
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 }, // a busy machine may take long; no test is about time
})
