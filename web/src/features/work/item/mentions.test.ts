import { expect, test } from 'vitest'
import { mentionedIn, pieces } from './mentions'

const li = { id: '1', name: '李明' }
const liming = { id: '2', name: '李明华' }

test('who was picked and then deleted from the text is not mentioned', () => {
  expect(mentionedIn('请看一下', [li])).toEqual([])
  expect(mentionedIn('@李明 请看一下', [li, li])).toEqual(['1'])
})

test('the longer of two names that begin alike is meant', () => {
  expect(pieces('问@李明华 和@李明', [li, liming])).toEqual([
    { text: '问', isMention: false },
    { text: '@李明华', isMention: true },
    { text: ' 和', isMention: false },
    { text: '@李明', isMention: true },
  ])
})

test('an address is no mention', () => {
  expect(pieces('a@b.cn', [li])).toEqual([{ text: 'a@b.cn', isMention: false }])
})
