import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { serviceWorker } from './vite/serviceWorker.ts'
import { silentIcons } from './vite/silentIcons.ts'

const api = process.env.ZHIXING_API ?? 'http://127.0.0.1:8080'
const proxy = { '/api': api }

export default defineConfig({
  plugins: [react(), silentIcons(), serviceWorker()],
  // Served by `npm run dev`, libraries are bundled beforehand and by themselves.
  optimizeDeps: { rolldownOptions: { plugins: [silentIcons()] } },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    // Inlined fonts and images would need data: in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // React, the router and antd's core; see the measured budget in README.md.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', tags: ['$initial'], test: /node_modules/ },
            { name: 'frame', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/lib/testSetup.ts'],
  },
})
