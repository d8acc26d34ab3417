import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { textWriter, type WrittenText } from '../text-writer.ts'
import { decodedBytes, encodingOfCharset, encodingOfPage, unitShown, wellFormed } from './code-pages.ts'
import { characters, destinations } from './destinations.ts'
import { type Group, levelByName, rootGroup } from './group.ts'
import { type ParagraphStyle, rtfBlocks } from './rtf-blocks.ts'
import { scanRtf } from './scan-rtf.ts'

/** What an RTF file says. */
export type RtfText = {
  readonly written: WrittenText
  /** As stated in its properties, which are often those of another document. */
  readonly title: string
  readonly author: string
  readonly pictures: number
}

/** Groups within groups: Word writes about ten. */
const maxDepth = 1000

const tooDeep = (): never => {
  throw new QuothError('bad-document', msg`Its groups are nested too deeply, so it is damaged.`)
}

const newLine = '\n'

/**
 * @param bytes of an RTF file
 * @returns what a reader sees of it: without what is deleted, hidden or a picture; footnotes stand at the end
 * @throws QuothError `bad-document` for damage that no program writes
 */
export const readRtfText = (bytes: Uint8Array): RtfText => {
  const writer = textWriter()
  const blocks = rtfBlocks(writer)
  const stack: Group[] = [{ ...rootGroup }]
  let group = stack[0] as Group
  let isOver = false
  let documentEncoding = 'cp1252'
  let defaultFont = 0
  let pictures = 0
  let copiesLeft = 0
  let pending: number[] = []
  let pendingEncoding = documentEncoding
  const charsets = new Map<number, number>()
  const pages = new Map<number, string>()
  const levels = new Map<number, number>()
  const texts: { [D in 'note' | 'box' | 'title' | 'author' | 'page-head' | 'styles']: string[] } = {
    note: [],
    box: [],
    title: [],
    author: [],
    'page-head': [],
    styles: [],
  }
  const notes: string[] = []
  const boxes: string[] = []

  const put = (text: string): void => {
    if (group.isHidden || group.isDeleted || text === '') return
    const { destination } = group
    if (destination === 'body') blocks.add(text)
    else if (destination === 'mark') blocks.addMark(text)
    else if (destination in texts) texts[destination as keyof typeof texts].push(text)
  }
  const flush = (): void => {
    if (pending.length === 0) return
    const text = decodedBytes(pending, pendingEncoding)
    pending = []
    put(text)
  }
  const encoding = (): string => {
    const font = group.font === -1 ? defaultFont : group.font
    return pages.get(font) ?? encodingOfCharset(charsets.get(font) ?? 1, documentEncoding)
  }
  const putByte = (value: number): void => {
    if (pending.length === 0) pendingEncoding = encoding()
    pending.push(value)
  }
  const styleNow = (): ParagraphStyle => ({
    depth: group.outline !== null ? group.outline : (levels.get(group.style) ?? 0),
    isInTable: group.isInTable,
    listLevel: group.listLevel,
  })
  const writeAll = (queue: string[]): void => {
    for (const text of queue.splice(0)) for (const paragraph of text.split(newLine)) writer.block(wellFormed(paragraph))
  }
  const endParagraph = (): void => {
    if (group.isHidden || group.isDeleted) return
    if (group.destination !== 'body') put(newLine)
    else {
      blocks.endParagraph(styleNow())
      if (!group.isInTable) writeAll(boxes)
    }
  }
  const taken = (destination: keyof typeof texts): string => texts[destination].splice(0).join('')

  /** What a group of the head or beside the text said, once it ends. */
  const endDestination = ({ destination, style, outline }: Group, outer: Group): void => {
    if (destination === 'styles') {
      const level = outline ?? levelByName(taken('styles'))
      texts.styles = []
      if (level > 0) levels.set(style, level)
    }
    if (destination === outer.destination) return
    if (destination === 'note') notes.push(taken('note'))
    if (destination === 'box') boxes.push(taken('box'))
    if (destination === 'page-head')
      for (const line of taken('page-head').split(newLine)) writer.furniture(wellFormed(line), 'page-head')
  }

  const enter = (name: string): boolean => {
    const found = destinations.get(name)
    if (found === undefined) {
      if (group.isStarred) group.destination = 'nowhere'
      return group.isStarred
    }
    if (found === 'nowhere' && name === 'pict') pictures += 1
    if (found !== 'same') group.destination = found
    return true
  }

  /** Words of the body: ends of what, and how what follows is. */
  const bodyWord = (name: string, value: number | null): void => {
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
        endParagraph()
        return
      case 'line':
      case 'nestcell':
      case 'cell':
      case 'row':
        if (group.destination !== 'body') put(name === 'row' ? newLine : ' ')
        else if (name === 'cell') blocks.endCell(styleNow())
        else if (name === 'row') blocks.endRow()
        else blocks.endLine()
        return
      case 'pard':
        Object.assign(group, { style: 0, outline: null, isInTable: false, listLevel: 0 })
        return
      case 'plain':
        Object.assign(group, { isHidden: false, isDeleted: false, font: -1 })
        return
      case 's':
        group.style = value ?? 0
        return
      case 'outlinelevel':
        group.outline = value === null || value > 8 || value < 0 ? 0 : value + 1
        return
      case 'ilvl':
        group.listLevel = Math.max(0, Math.min(8, value ?? 0))
        return
      case 'intbl':
        group.isInTable = value !== 0
        return
      case 'v':
        group.isHidden = value !== 0
        return
      case 'deleted':
      // Moved elsewhere, where it stands as well.
      case 'mvf':
        group.isDeleted = value !== 0
        return
      case 'f':
        group.font = value ?? 0
        return
      default:
        put(characters.get(name) ?? '')
    }
  }

  const headWord = (name: string, value: number | null): boolean => {
    switch (name) {
      case 'ansicpg':
        documentEncoding = encodingOfPage(value ?? 1252) ?? documentEncoding
        return true
      case 'mac':
        documentEncoding = 'macintosh'
        return true
      case 'pc':
      case 'pca':
        documentEncoding = name === 'pc' ? 'cp437' : 'cp850'
        return true
      case 'deff':
        defaultFont = value ?? 0
        return true
      case 'fcharset':
        charsets.set(group.font, value ?? 0)
        return true
      case 'cpg': {
        const page = encodingOfPage(value ?? 0)
        if (page !== null && value !== 0) pages.set(group.font, page)
        return true
      }
      case 'uc':
        group.copies = Math.max(0, Math.min(16, value ?? 1))
        return true
      case 'upr':
        group.isTwofold = true
        return true
      default:
        return false
    }
  }

  scanRtf(bytes, {
    open() {
      if (isOver) return
      flush()
      copiesLeft = 0
      if (stack.length >= maxDepth) tooDeep()
      group.isFresh = false
      const { isTwofold, destination } = group
      group = {
        ...group,
        destination: isTwofold ? 'nowhere' : destination,
        isFresh: true,
        isStarred: false,
        isTwofold: false,
      }
      stack.push(group)
    },
    close() {
      if (isOver) return
      flush()
      copiesLeft = 0
      if (stack.length === 1) return
      const ended = stack.pop() as Group
      const outer = stack.at(-1) as Group
      // What a program writes behind the document is none of it.
      if (stack.length === 1) isOver = true
      else group = outer
      endDestination(ended, outer)
    },
    word(name, value) {
      if (isOver) return
      flush()
      copiesLeft = 0
      const wasFresh = group.isFresh
      group.isFresh = false
      const outer = stack.at(-2)
      if (name === 'ud' && outer?.isTwofold) group.destination = outer.destination
      if (group.destination === 'nowhere') return
      if (wasFresh && enter(name)) return
      if (name === 'u' && value !== null) {
        put(unitShown(value))
        copiesLeft = group.copies
      } else if (!headWord(name, value)) bodyWord(name, value)
    },
    symbol(code) {
      if (isOver) return
      if (code === 0x2a) {
        group.isStarred = true
        return
      }
      if (group.destination === 'nowhere') return
      if (copiesLeft > 0) {
        copiesLeft -= 1
        return
      }
      group.isFresh = false
      const symbol = String.fromCharCode(code)
      if (/[\\{}]/.test(symbol)) return putByte(code)
      flush()
      if (symbol === '\n' || symbol === '\r') endParagraph()
      else if (symbol === '~') put('\u00a0')
      else if (symbol === '_') put('\u2011')
      else if (symbol === '\t') put('\t')
    },
    byte(value) {
      if (isOver || group.destination === 'nowhere') return
      group.isFresh = false
      if (copiesLeft > 0) copiesLeft -= 1
      else putByte(value)
    },
    text(start, end) {
      if (isOver || group.destination === 'nowhere') return
      group.isFresh = false
      const skipped = Math.min(copiesLeft, end - start)
      copiesLeft -= skipped
      for (let at = start + skipped; at < end; at += 1) putByte(bytes[at] ?? 0)
    },
  })
  flush()
  blocks.close(styleNow())
  writeAll(boxes)
  writeAll(notes)
  return { written: writer.written(), title: taken('title'), author: taken('author'), pictures }
}
