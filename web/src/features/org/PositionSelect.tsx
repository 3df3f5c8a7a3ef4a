import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { useClearing } from '@/components/useClearing'
import { asProblem } from '@/lib/problem'
import { useAddPosition, usePositions } from './requests/usePeople'

const NEW = 'new'

interface Props {
  id?: string
  value?: string
  onChange?: (id: string | undefined) => void
}

/** Chooses a position; one that does not exist yet is made from what was typed. */
export function PositionSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation('org')
  const clearing = useClearing()
  const problemText = useProblemText()
  const { data: positions = [] } = usePositions()
  const add = useAddPosition()
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const options = positions.map((position) => ({ value: position.id, label: position.name }))
  const isNew = name !== '' && !positions.some((position) => position.name === name)
  const choose = async (next: string | undefined) => {
    if (next !== NEW) return onChange?.(next)
    try {
      onChange?.((await add.mutateAsync(name)).id)
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    }
  }
  return (
    <Select
      id={id}
      value={value}
      allowClear={clearing}
      loading={add.isPending}
      placeholder={t('employee.position_hint')}
      showSearch={{ filterOption: (wanted, option) => option?.value === NEW || (option?.label ?? '').includes(wanted.trim()), onSearch: setTyped }}
      options={isNew ? [...options, { value: NEW, label: t('employee.position_new', { name }) }] : options}
      onChange={(next: string | undefined) => void choose(next)}
    />
  )
}
