import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guideOf } from '../../client/console/features/help/guide.ts';
import { GUIDES } from '../../client/console/features/help/guides.ts';
import texts from '../../client/locales/vi/console.json';

const FOLDER = 'docs/huong-dan';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

describe('the guides', () => {
  it('are all listed in the console', () => {
    expect(files.map((name) => name.replace('.md', '')).sort()).toEqual([...GUIDES].sort());
  });

  it.each(files)('%s begins with the title that the console gives it, and has its pictures', (file) => {
    const [title, ...blocks] = guideOf(readFileSync(`${FOLDER}/${file}`, 'utf8'));
    const name = file.replace('.md', '') as (typeof GUIDES)[number];
    expect(title).toEqual({ heading: 1, text: [{ text: texts.help.guides[name].title }] });
    const images = blocks.flatMap((block) => ('image' in block ? [block] : []));
    expect(images.length).toBeGreaterThan(0);
    for (const { image, alt } of images) {
      expect(existsSync(`${FOLDER}/${image}`), image).toBe(true);
      expect(alt).not.toBe('');
    }
  });

  it('are refused when they use what the console cannot show', () => {
    expect(() => guideOf('<script>alert(1)</script>')).toThrow(/cannot have a html/);
    expect(guideOf('1. **A** `b` [c](/d)')).toEqual([
      {
        ordered: true,
        items: [[{ strong: 'A' }, { text: ' ' }, { code: 'b' }, { text: ' ' }, { link: '/d', text: 'c' }]],
      },
    ]);
  });
});
