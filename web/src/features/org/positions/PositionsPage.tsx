import { DeleteOutlined, EditOutlined, MergeOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { FormDrawer } from '@/components/FormDrawer'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { toast } from '@/components/toast'
import { useAddPosition, usePositions } from '../requests/usePeople'
import { type Position, useMergePosition, useRemovePosition, useRenamePosition } from '../requests/usePositionWork'
import styles from './Positions.module.css'

type Act = { what: 'add' } | { what: 'rename' | 'merge' | 'remove'; position: Position }

/** The positions there are: two spellings of one are merged, those nobody has are removed. */
export function PositionsPage() {
  const { t } = useTranslation('org')
  const { data, error, refetch } = usePositions()
  const [act, setAct] = useState<Act>()
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAct({ what: 'add' })}>
      {t('position.add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('position.title')} note={t('position.note')} actions={add} />
      {data.length === 0 && <EmptyState title={t('position.none')} text={t('position.none_text')} action={add} />}
      <ul className={styles.positions}>
        {data.map((position) => (
          <li key={position.id}>
            <div>
              <h2>{position.name}</h2>
              <p>{t('position.people', { count: position.people })}</p>
            </div>
            <span>
              <Button icon={<EditOutlined />} aria-label={t('position.rename_of', { name: position.name })} title={t('position.rename')} onClick={() => setAct({ what: 'rename', position })} />
              <Button icon={<MergeOutlined />} aria-label={t('position.merge_of', { name: position.name })} title={t('position.merge')} onClick={() => setAct({ what: 'merge', position })} />
              <Button icon={<DeleteOutlined />} aria-label={t('position.remove_of', { name: position.name })} title={t('position.remove')} disabled={position.people > 0} onClick={() => setAct({ what: 'remove', position })} />
            </span>
          </li>
        ))}
      </ul>
      <Acts act={act} positions={data} onClose={() => setAct(undefined)} />
    </>
  )
}

function Acts({ act, positions, onClose }: { act: Act | undefined; positions: Position[]; onClose: () => void }) {
  const { t } = useTranslation('org')
  const add = useAddPosition()
  const rename = useRenamePosition()
  const merge = useMergePosition()
  const remove = useRemovePosition()
  const position = act && act.what !== 'add' ? act.position : undefined
  const others = positions.filter((each) => each.id !== position?.id)
  const nameField = (
    <Form.Item name="name" label={t('position.name')} rules={[{ required: true, whitespace: true, message: t('position.name_missing') }]}>
      <Input autoFocus maxLength={80} />
    </Form.Item>
  )
  return (
    <>
      <FormDrawer<{ name: string }> title={t('position.add')} isOpen={act?.what === 'add'} onClose={onClose} onSubmit={({ name }) => add.mutateAsync(name)}>
        {nameField}
      </FormDrawer>
      <FormDrawer<{ name: string }> key={`rename-${position?.id}`} title={t('position.rename')} isOpen={act?.what === 'rename'} onClose={onClose} onSubmit={({ name }) => rename.mutateAsync({ position: position!, name })} initialValues={{ name: position?.name }}>
        {nameField}
      </FormDrawer>
      <FormDrawer<{ into: string }>
        title={t('position.merge_of', { name: position?.name ?? '' })}
        isOpen={act?.what === 'merge'}
        onClose={onClose}
        onSubmit={async ({ into }, key) => {
          const kept = await merge.mutateAsync({ position: position!, into, key })
          toast.success(t('position.merged', { name: kept.name }))
        }}
        submitText={t('position.merge')}
      >
        <p>{t('position.merge_text', { name: position?.name ?? '', count: position?.people ?? 0 })}</p>
        <Form.Item name="into" label={t('position.into')} rules={[{ required: true, message: t('position.into_missing') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={others.map((each) => ({ value: each.id, label: each.name }))} />
        </Form.Item>
      </FormDrawer>
      <ConfirmDialog isOpen={act?.what === 'remove'} onClose={onClose} title={t('position.remove_title', { name: position?.name ?? '' })} act={t('position.remove')} isDangerous onConfirm={() => remove.mutateAsync(position!)}>
        {t('position.remove_text')}
      </ConfirmDialog>
    </>
  )
}
