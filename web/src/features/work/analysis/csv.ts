export { csvOf } from '@/lib/csv'
