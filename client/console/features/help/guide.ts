// A guide of docs/huong-dan as the console shows it. Reads Markdown when the console is built; the browser gets the outcome.
import { marked, type Token, type Tokens } from 'marked';

export type Inline =
  | { text: string }
  | { strong: string }
  | { code: string }
  | { link: string; text: string };
export type Block =
  | { heading: number; text: Inline[] }
  | { paragraph: Inline[] }
  | { items: Inline[][]; ordered: boolean }
  /** Path beside the guide, as its Markdown says it. */
  | { image: string; alt: string };

/** @throws Error for Markdown that guides do not use */
export function guideOf(markdown: string): Block[] {
  return marked.lexer(markdown).flatMap(blockOf);
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [{ heading: (token as Tokens.Heading).depth, text: inlines((token as Tokens.Heading).tokens) }];
    case 'list': {
      const { items, ordered } = token as Tokens.List;
      return [{ ordered, items: items.map((item) => inlines(textOf(item.tokens))) }];
    }
    case 'paragraph': {
      const { tokens } = token as Tokens.Paragraph;
      const [only, ...others] = tokens;
      if (only?.type === 'image' && others.length === 0)
        return [{ image: (only as Tokens.Image).href, alt: (only as Tokens.Image).text }];
      return [{ paragraph: inlines(tokens) }];
    }
    default:
      throw new Error(`a guide cannot have a ${token.type}: ${token.raw}`);
  }
}

/** What an item of a list says, without the paragraph around it. */
function textOf(tokens: Token[]): Token[] {
  return tokens.flatMap((token) => ('tokens' in token && token.tokens ? token.tokens : [token]));
}

function inlines(tokens: Token[]): Inline[] {
  return tokens.map((token): Inline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return { text: (token as Tokens.Text).text };
      case 'strong':
        return { strong: (token as Tokens.Strong).text };
      case 'codespan':
        return { code: (token as Tokens.Codespan).text };
      case 'link':
        return { link: (token as Tokens.Link).href, text: (token as Tokens.Link).text };
      default:
        throw new Error(`a guide cannot have a ${token.type}: ${token.raw}`);
    }
  });
}
