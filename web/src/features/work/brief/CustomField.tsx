import { Input, Select } from 'antd'
import { lazy, Suspense } from 'react'
import { PersonSelect } from '@/components/PersonSelect'
import type { PersonRef, Schema } from '@/lib/api-types'
import { usePreferences } from '@/lib/preferences'

const DateField = lazy(async () => ({ default: (await import('@/components/DateField')).DateField }))

type Field = Schema<'CustomField'>

/** A kind's own field in the reader's language. */
export function useFieldName(): (field: Pick<Field, 'name_zh' | 'name_en'>) => string {
  const { language } = usePreferences()
  return (field) => (language === 'zh' ? field.name_zh : field.name_en)
}

interface Props {
  field: Field
  id?: string
  value?: string
  onChange?: (value: string | undefined) => void
  /** The person the value names, as the page knows them. */
  known?: PersonRef
  label?: string
  autoFocus?: boolean
}

/** A field of a kind's own. Its value is text on the wire, whatever its type. */
export function CustomField({ field, id, value, onChange, known, label, autoFocus = false }: Props) {
  switch (field.type) {
    case 'date':
      return (
        <Suspense>
          <DateField id={id} value={value} onChange={onChange} />
        </Suspense>
      )
    case 'choice':
      return <Select id={id} aria-label={label} autoFocus={autoFocus} allowClear value={value || undefined} onChange={onChange} options={(field.choices ?? []).map((choice) => ({ value: choice, label: choice }))} />
    case 'person':
      return <PersonSelect id={id} value={value} onChange={onChange} known={known} />
    default:
      return <Input id={id} aria-label={label} autoFocus={autoFocus} inputMode={field.type === 'number' ? 'decimal' : undefined} maxLength={2000} value={value} onChange={(event) => onChange?.(event.target.value)} />
  }
}
