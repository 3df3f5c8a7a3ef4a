import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { FollowUpDrawer } from '@/components/followup/FollowUpDrawer'
import type { Followed } from '@/components/followup/FollowUpForm'
import { StandingText } from '@/components/followup/StandingText'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { ownFormPath } from '@/lib/subjects'
import { useDebounced } from '@/lib/useDebounced'
import styles from './RecordAny.module.css'

interface Props {
  isOpen: boolean
  onClose: () => void
}

/** From "+": first which thing, then the form. */
export function RecordAny({ isOpen, onClose }: Props) {
  const { t } = useTranslation('followup')
  const [followed, setFollowed] = useState<Followed>()
  const navigate = useNavigate()
  const pick = (standing: Schema<'Standing'>) => {
    const form = ownFormPath(standing.subject_type, standing.id)
    if (!form) return setFollowed({ ...standing, isClosed: standing.state === 'closed' })
    onClose()
    void navigate(form)
  }
  const close = () => {
    setFollowed(undefined)
    onClose()
  }
  return (
    <>
      <Modal title={t('pick.title')} open={isOpen && !followed} onCancel={close} footer={null} destroyOnHidden width={520}>
        <Pick onPick={pick} />
      </Modal>
      <FollowUpDrawer followed={isOpen ? followed : undefined} onClose={close} />
    </>
  )
}

function Pick({ onPick }: { onPick: (standing: Schema<'Standing'>) => void }) {
  const { t } = useTranslation('followup')
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), 200)
  const { data, isFetching } = useQuery({
    queryKey: ['search', 'pick', text],
    queryFn: ({ signal }) => (text ? api.get('/api/v1/search', { query: { text, limit: 10 }, signal }) : api.get('/api/v1/queue', { query: { limit: 10 }, signal })),
    placeholderData: keepPreviousData,
  })
  const standings = data?.items ?? []
  return (
    <Select
      autoFocus
      size="large"
      className={styles.select}
      aria-label={t('pick.label')}
      placeholder={t('pick.hint')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      defaultOpen
      value={undefined}
      notFoundContent={isFetching ? t('loading') : t('pick.nothing')}
      options={standings.map((standing) => ({ value: standing.id, label: standing.title, standing }))}
      optionRender={({ data: { standing } }) => (
        <div className={styles.option}>
          <strong>{standing.title}</strong>
          <small>
            <StandingText standing={standing} />
          </small>
        </div>
      )}
      onChange={(id: string) => {
        const standing = standings.find((each) => each.id === id)
        if (standing) onPick(standing)
      }}
    />
  )
}
