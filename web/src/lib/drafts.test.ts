import { expect, it } from 'vitest'
import { drafts } from './drafts'

it('a draft comes back as it was typed', async () => {
  await drafts.save('u1', 'follow-up/a', { finding: '新设备尚未到达' })
  expect((await drafts.load('u1', 'follow-up/a'))?.values).toEqual({ finding: '新设备尚未到达' })
})

it('nobody else on the same phone sees it', async () => {
  await drafts.save('u1', 'follow-up/b', { finding: '…' })
  expect(await drafts.load('u2', 'follow-up/b')).toBeUndefined()
})

it('a removed draft stays away', async () => {
  await drafts.save('u1', 'follow-up/c', {})
  await drafts.remove('u1', 'follow-up/c')
  expect(await drafts.load('u1', 'follow-up/c')).toBeUndefined()
})

it('a draft older than a month is forgotten', async () => {
  await drafts.save('u1', 'follow-up/d', {}, 0)
  expect(await drafts.load('u1', 'follow-up/d', 31 * 24 * 3600_000)).toBeUndefined()
  expect(await drafts.load('u1', 'follow-up/d', 0)).toBeUndefined()
})
