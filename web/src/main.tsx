import './app/global.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { registerServiceWorker } from './app/registerServiceWorker'
import { startI18n } from './lib/i18n'

await startI18n()
createRoot(document.getElementById('root')!).render(<App />)
registerServiceWorker()
