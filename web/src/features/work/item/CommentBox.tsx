import { Button, Mentions } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonName } from '@/components/Person'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useDebounced } from '@/lib/useDebounced'
import { uuidv7 } from '@/lib/uuid'
import { useColleagues } from '../requests/useColleagues'
import { useComment } from '../requests/useComments'
import styles from './Item.module.css'
import { type Mentioned, mentionedIn } from './mentions'

/** Says something about the item; "@" finds colleagues by name, pinyin or initials, and whoever is named so is told. */
export function CommentBox({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const comment = useComment(itemId)
  const problemText = useProblemText()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<Mentioned[]>([])
  const [typed, setTyped] = useState<string>()
  const { data: people = [], isFetching } = useColleagues(useDebounced(typed, 200))
  const key = useRef(uuidv7())
  const send = () =>
    comment.mutate(
      { text: text.trim(), mentioned_ids: mentionedIn(text, picked), key: key.current },
      {
        onSuccess: () => {
          setText('')
          setPicked([])
          key.current = uuidv7()
        },
        onError: (error) => toast.error(problemText(asProblem(error))),
      },
    )
  // antd hands the key back with an ending of its own.
  const pick = ({ key: keyOfOption = '' }: { key?: string }) => {
    const person = people.find(({ id }) => keyOfOption.startsWith(id))
    if (person) setPicked((before) => [...before, person])
  }
  return (
    <div className={styles.say}>
      <Mentions
        value={text}
        onChange={setText}
        onSearch={setTyped}
        onSelect={pick}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() && send()}
        filterOption={false}
        loading={isFetching}
        notFoundContent={t('comments.nobody')}
        options={people.map((person) => ({ key: person.id, value: person.name, label: <PersonName name={person.name} note={person.department_name ?? undefined} /> }))}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={t('comments.hint')}
        aria-label={t('comments.hint')}
        maxLength={4000}
        style={{ width: '100%' }}
      />
      <Button onClick={send} disabled={!text.trim()} loading={comment.isPending}>
        {t('comments.send')}
      </Button>
    </div>
  )
}
