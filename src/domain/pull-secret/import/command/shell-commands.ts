import { TextCursor, UnclosedError } from '../text-cursor.ts';
import { dialectOf } from './shell-dialect.ts';
import type { ShellDialect } from './shell-dialect.ts';
import { readExpansion, readQuoted, readSubstitution } from './shell-quotes.ts';
import type { WordPart } from './shell-quotes.ts';

/** A word of a command line, without quotes. */
export interface ShellWord {
  readonly text: string;
  /** True if the shell would replace a part of it: a variable or the output of a command. */
  readonly expands: boolean;
  /** True if a part of it was quoted. */
  readonly quoted: boolean;
}

/** A simple command of a pipeline; redirections to and from files are dropped. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** The text of a here-document or here-string. */
  readonly input?: ShellWord;
  /** True if it reads the output of the command before it. */
  readonly piped: boolean;
}

export interface ShellResult {
  readonly commands: readonly ShellCommand[];
  /** False if a quote or substitution is never closed: the last command is then what was read of it. */
  readonly closed: boolean;
}

interface OpenCommand {
  readonly words: ShellWord[];
  readonly piped: boolean;
  input?: ShellWord;
}

/** What the next word is: a word of the command, or the operand of a redirection. */
type Expected = 'word' | 'file' | 'input' | 'delimiter';

const plainText = /[\p{L}\p{N}_./:,@%+=!?~[\]{}*-]+/uy;
const blanks = /[^\S\r\n]+/y;
const lineEnd = /\r\n|[\n\r]/y;
const comment = /#[^\n\r]*/y;
const separator = /&&|\|\|?&?|[;&]/y;
const redirection = /<<<|<<-?|&?>{1,2}[|&]?|<[&>]?/y;
/** `<your registry>`, as documentation marks what to fill in; a shell would read it as redirections. */
const placeholder = /<[A-Za-z_](?:[^<>\n\r'"`$|;&]{0,98}[^<>\n\r'"`$|;&\s\d]|[\w-]{0,98})>(?![>&])/y;

/**
 * Splits command lines into commands and words as a POSIX shell does (POSIX.1-2024, XCU 2.2 to 2.7), or as PowerShell
 * or cmd does if the text is recognisably theirs. Nothing is expanded: variables stay as typed and are marked. Runs in
 * linear time.
 */
export function splitShellCommands(text: string, dialect = dialectOf(text)): ShellResult {
  return new CommandReader(new TextCursor(text), dialect).read();
}

class CommandReader {
  readonly #cursor: TextCursor;
  readonly #dialect: ShellDialect;
  readonly #done: ShellCommand[] = [];
  #command: OpenCommand = { words: [], piped: false };
  #word: ShellWord | undefined;
  #lastPart = '';
  #expected: Expected = 'word';
  /** How many subshells are open: `(…)`. */
  #depth = 0;
  #documents: { command: OpenCommand; delimiter: ShellWord; tabs: boolean }[] = [];
  /** Whether the next here-document drops leading tabs (`<<-`). */
  #tabs = false;

  constructor(cursor: TextCursor, dialect: ShellDialect) {
    this.#cursor = cursor;
    this.#dialect = dialect;
  }

  read(): ShellResult {
    let closed = true;
    try {
      while (!this.#cursor.atEnd) this.#step();
    } catch (error) {
      if (!(error instanceof UnclosedError)) throw error;
      closed = false;
    }
    this.#endCommand(false);
    return { commands: this.#done.filter(({ words }) => words.length > 0), closed };
  }

  #step(): void {
    const cursor = this.#cursor;
    if (cursor.take(this.#dialect.continuation) !== undefined) return;
    const atValue = this.#word === undefined || this.#lastPart.endsWith('=');
    const quoted = readQuoted(cursor, this.#dialect, atValue);
    if (quoted !== undefined) return this.#add(quoted, true);
    const plain = cursor.take(plainText);
    if (plain !== undefined) return this.#addText(plain);
    if (cursor.take(blanks) !== undefined) return this.#endWord();
    if (cursor.take(lineEnd) !== undefined) return this.#endLine();
    if (this.#word === undefined && cursor.take(comment) !== undefined) return;
    if (cursor.peek() === this.#dialect.escape) {
      cursor.skip(1);
      return this.#addText(cursor.next());
    }
    const expansion = readExpansion(cursor, this.#dialect);
    if (expansion !== undefined) return this.#add(expansion);
    if (!this.#readParenthesis() && !this.#readOperator()) this.#addText(cursor.next());
  }

  #readParenthesis(): boolean {
    const character = this.#cursor.peek();
    const opens = character === '(' && this.#word === undefined;
    if (!opens && (character !== ')' || this.#depth === 0)) return false;
    this.#cursor.skip(1);
    this.#depth += opens ? 1 : -1;
    this.#endCommand(false);
    return true;
  }

  #readOperator(): boolean {
    const cursor = this.#cursor;
    const start = cursor.offset;
    const filler = cursor.take(placeholder);
    if (filler !== undefined) {
      this.#addText(filler);
    } else if (cursor.startsWith('<(')) {
      readSubstitution(cursor, this.#dialect);
      this.#add({ text: cursor.since(start), expands: true });
    } else {
      const redirected = cursor.take(redirection);
      if (redirected !== undefined) this.#redirect(redirected);
      const separated = redirected === undefined ? cursor.take(separator) : undefined;
      if (separated !== undefined) this.#endCommand(/^\|&?$/.test(separated));
      return redirected !== undefined || separated !== undefined;
    }
    return true;
  }

  #redirect(operator: string): void {
    // A digit before the operator is a file descriptor.
    if (/^\d$/.test(this.#word?.text ?? '')) this.#word = undefined;
    this.#endWord();
    this.#tabs = operator === '<<-';
    this.#expected = operator === '<<<' ? 'input' : operator.startsWith('<<') ? 'delimiter' : 'file';
  }

  #addText(text: string): void {
    this.#add({ text, expands: false });
  }

  #add({ text, expands }: WordPart, quoted = false): void {
    const word = this.#word;
    this.#lastPart = text;
    this.#word = {
      text: (word?.text ?? '') + text,
      expands: expands || (word?.expands ?? false),
      quoted: quoted || (word?.quoted ?? false),
    };
  }

  #endWord(): void {
    const word = this.#word;
    if (word === undefined) return;
    if (this.#expected === 'word') this.#command.words.push(word);
    if (this.#expected === 'input') this.#command.input = word;
    if (this.#expected === 'delimiter')
      this.#documents.push({ command: this.#command, delimiter: word, tabs: this.#tabs });
    this.#word = undefined;
    this.#expected = 'word';
  }

  #endCommand(piped: boolean): void {
    this.#endWord();
    this.#expected = 'word';
    this.#done.push(this.#command);
    this.#command = { words: [], piped };
  }

  #endLine(): void {
    this.#endWord();
    // After a `|` at the end of a line, the pipeline continues on the next one.
    if (this.#command.words.length > 0 || !this.#command.piped) this.#endCommand(false);
    for (const { command, delimiter, tabs } of this.#documents)
      command.input = this.#readDocument(delimiter, tabs);
    this.#documents = [];
  }

  /** The lines of a here-document, without leading tabs for `<<-`. */
  #readDocument(delimiter: ShellWord, tabs: boolean): ShellWord {
    const lines: string[] = [];
    while (!this.#cursor.atEnd) {
      const line = this.#cursor.line();
      if (line.trim() === delimiter.text) break;
      lines.push(tabs ? line.replace(/^\t+/, '') : line);
    }
    const text = lines.join('\n');
    return { text, expands: !delimiter.quoted && /[$`]/.test(text), quoted: true };
  }
}
