import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it, vi } from 'vitest';
import { Words } from '../../client/console/features/comments/Words.tsx';
import { startI18n } from '../../client/i18n.ts';
import texts from '../../client/locales/vi/console.json';
import errors from '../../client/locales/vi/errors.json';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await startI18n({ console: texts, errors }, {});
});

const read = (markup: string) => markup.replace(/<[^>]+>/g, '|');

it('a comment is read with a token in place of what is masked, and its words are words, not markup', () => {
  const markup = renderToStaticMarkup(
    <Words parts={[{ text: 'Gọi <b>chị</b> ' }, { masked: 'name' }, { text: ', ' }, { masked: 'phone' }]} />,
  );
  expect(read(markup)).toBe('|Gọi &lt;b&gt;chị&lt;/b&gt; |tên người – đã che|, |số điện thoại – đã che||');
});

it('a comment whose words are erased says so', () => {
  expect(read(renderToStaticMarkup(<Words parts={null} />))).toContain('đã được xoá vì hết thời hạn lưu giữ');
});
