export interface Toast {
  id: number
  tone: 'done' | 'late'
  text: string
}

const STAYS = { done: 3000, late: 7000 }

let toasts: Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: Toast[]): void {
  toasts = next
  listeners.forEach((listener) => listener())
}

function show(tone: Toast['tone'], text: string): void {
  const id = ++lastId
  set([...toasts.slice(-2), { id, tone, text }])
  setTimeout(() => toast.dismiss(id), STAYS[tone])
}

/** A short word about what just happened, shown for some seconds and read out by screen readers. */
export const toast = {
  success: (text: string) => show('done', text),
  error: (text: string) => show('late', text),
  dismiss: (id: number) => set(toasts.filter((each) => each.id !== id)),
  list: () => toasts,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
