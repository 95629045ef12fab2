import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { ReadTurn } from '../../../src/sites/site'
import { emptyMemory, remember, type Memory } from '../../../src/sites/memory'

const element = {} as Element

function turn(id: string, role: 'user' | 'assistant', answer: string, more: Partial<ReadTurn> = {}): ReadTurn {
  return { id, role, answer, trace: null, marks: [], streaming: false, element, pieces: { answer: [], trace: [] }, ...more }
}

const time = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString()

function after(...readings: ReadTurn[][]): Memory {
  return readings.reduce((memory, turns, i) => remember(memory, { turns }, time(i)), emptyMemory())
}

const shown = (memory: Memory) => memory.turns.map((one) => one.answer)

function talk(length: number): ReadTurn[] {
  return Array.from({ length }, (_, i) => turn(`m${i}`, i % 2 ? 'assistant' : 'user', `words number ${i} of the talk`))
}

describe('remembering a page', () => {
  test('a turn that unmounts stays in its place', () => {
    const all = talk(8)
    expect(shown(after(all.slice(0, 4), all.slice(2, 6), all.slice(4, 8), all.slice(0, 2)))).toEqual(all.map((one) => one.answer))
  })

  test('any overlapping windows over a conversation give the whole of it, in order, once', () => {
    const windows = fc.record({ length: fc.integer({ min: 2, max: 40 }), size: fc.integer({ min: 2, max: 10 }), up: fc.boolean(), named: fc.boolean() })
    fc.assert(fc.property(windows, ({ length, size, up, named }) => {
      const all = talk(length)
      const starts = Array.from({ length }, (_, i) => i)
      if (up) starts.reverse()
      // Ids made from text are those of the window, not of the turn.
      const readings = starts.map((start) => all.slice(start, start + size).map((one, i) => (named ? one : { ...one, id: `${one.role}:${i}` })))
      expect(shown(after(...readings))).toEqual(all.map((one) => one.answer))
    }))
  })

  test('the same question asked twice stays two questions when the first unmounts', () => {
    const all = [turn('user:a', 'user', 'Go on'), turn('assistant:a', 'assistant', 'First part'), turn('user:a~2', 'user', 'Go on'), turn('assistant:a~2', 'assistant', 'Second part'),
      turn('user:b', 'user', 'And then?'), turn('assistant:b', 'assistant', 'Third part')]
    const scrolled = [turn('user:a', 'user', 'Go on'), turn('assistant:a', 'assistant', 'Second part'), all[4]!, all[5]!]
    const memory = after(all, scrolled)
    expect(shown(memory)).toEqual(all.map((one) => one.answer))
    expect(memory.ids.get('assistant:a')).toBe('assistant:a~2')
  })

  test('a temporary id that becomes final is the same turn', () => {
    const memory = after([turn('tmp_1', 'user', 'Who are you?'), turn('tmp_2', 'assistant', 'I am', { streaming: true })],
      [turn('msg_1', 'user', 'Who are you?'), turn('msg_2', 'assistant', 'I am a model.')])
    expect(memory.turns.map(({ id, answer }) => [id, answer])).toEqual([['msg_1', 'Who are you?'], ['msg_2', 'I am a model.']])
    expect(memory.turns[0]!.at).toBe(time(0))
  })

  test('an answer regenerated under another id, or a question edited, is a version of what took its place', () => {
    const question = turn('q', 'user', 'Who are you?')
    const regenerated = after([question, turn('old', 'assistant', 'I am Otto, a model.')], [question], [question, turn('new', 'assistant', 'Hel', { streaming: true })], [question, turn('new', 'assistant', 'Hello there.')])
    expect(regenerated.turns.map(({ answer, versionOf, withdrawn }) => [answer, versionOf, withdrawn])).toEqual([['Who are you?', undefined, undefined], ['I am Otto, a model.', 'new', undefined], ['Hello there.', undefined, undefined]])
    const talked = [question, turn('a', 'assistant', 'I am Otto.'), turn('q2', 'user', 'Of what make?'), turn('a2', 'assistant', 'Of none.')]
    const edited = after(talked, [...talked.slice(0, 2), turn('q3', 'user', 'Since when?'), turn('a3', 'assistant', 'Since May.')])
    expect(edited.turns.map(({ answer, versionOf }) => [answer, versionOf])).toEqual([['Who are you?', undefined], ['I am Otto.', undefined], ['Of what make?', 'q3'], ['Since when?', undefined], ['Of none.', 'a3'], ['Since May.', undefined]])
  })

  test('a streaming answer keeps one entry and its first time', () => {
    const question = turn('q', 'user', 'Hello')
    const memory = after(...['', 'I am **Ot', 'I am Otto, a model'].map((text) => [question, turn('a', 'assistant', text, { streaming: true })]))
    expect(shown(memory)).toEqual(['Hello', 'I am Otto, a model'])
    expect(memory.turns[1]!.at).toBe(time(0))
  })

  test('an answer replaced by a notice is kept as withdrawn, with the time', () => {
    const question = turn('q', 'user', 'Hello')
    const told = 'I was made by somebody else, and this is the long story of how it came about. '.repeat(3)
    const memory = after([question, turn('a', 'assistant', told)], [question, turn('a', 'assistant', 'Sorry, that is beyond my scope.')])
    expect(memory.turns.map(({ answer, withdrawn }) => [answer, withdrawn])).toEqual([
      ['Hello', undefined], [told, time(1)], ['Sorry, that is beyond my scope.', undefined],
    ])
    expect(memory.turns[1]!.versionOf).toBe('a')
  })

  test('an answer that disappears while its question stays is withdrawn, and no longer so when it comes back', () => {
    const [question, answer] = [turn('q', 'user', 'Hello'), turn('a', 'assistant', 'I am Otto.')]
    const gone = after([question, answer], [question])
    expect(gone.turns[1]).toMatchObject({ answer: 'I am Otto.', withdrawn: time(1) })
    expect(remember(gone, { turns: [question, answer] }, time(2)).turns[1]!.withdrawn).toBeUndefined()
  })

  test('an answer that scrolls out of a list that unmounts is not withdrawn', () => {
    const all = talk(6)
    const late = new Date(Date.UTC(2026, 0, 1, 0, 5)).toISOString()
    const scrolled = remember(after(all), { turns: all.slice(0, 5) }, late)
    const window = after(all.slice(2, 6), all.slice(1, 5))
    expect(scrolled.turns.concat(window.turns).filter((one) => one.withdrawn)).toEqual([])
  })

  test('a regenerated answer keeps the earlier one as a version that nobody withdrew', () => {
    const question = turn('q', 'user', 'Hello')
    const [first, second] = ['The first telling of it, at some length.', 'Quite another story this time, and longer.']
    const memory = after([question, turn('a', 'assistant', first)], [question, turn('a', 'assistant', second, { streaming: true })])
    expect(memory.turns.map(({ answer, versionOf, withdrawn }) => [answer, versionOf, withdrawn])).toEqual([
      ['Hello', undefined, undefined], [first, 'a', undefined], [second, undefined, undefined],
    ])
  })

  test('an edited question keeps what it was', () => {
    const memory = after([turn('q', 'user', 'Who made you, and when was that?')], [turn('q', 'user', 'What is the time?')])
    expect(shown(memory)).toEqual(['Who made you, and when was that?', 'What is the time?'])
  })

  test('reasoning that is collapsed, and a body that is emptied off screen, are not forgotten', () => {
    const question = turn('q', 'user', 'Hello')
    const memory = after([question, turn('a', 'assistant', 'Hi', { trace: 'They greet me.', marks: [{ where: 'trace', kind: 'quote', start: 0, end: 4 }] })],
      [question, turn('a', 'assistant', '')])
    expect(memory.turns[1]).toMatchObject({ answer: 'Hi', trace: 'They greet me.', marks: [{ where: 'trace', kind: 'quote', start: 0, end: 4 }] })
  })

  test('a page between two states takes nothing back', () => {
    const all = talk(4)
    const memory = after(all)
    expect(remember(memory, { turns: [] }, time(9))).toBe(memory)
  })

  test('a reading that says nothing new leaves the turns untouched', () => {
    const all = talk(1000)
    const memory = after(all)
    expect(remember(memory, { turns: all }, time(9)).turns).toBe(memory.turns)
  })
})
