import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { csvOf } from '../../client/console/list/csv-file.ts';
import { List } from '../../client/console/list/List.tsx';
import { ListTable } from '../../client/console/list/ListTable.tsx';
import { ServedList } from '../../client/console/list/ServedList.tsx';
import { type Column, searchRows, sortRows, withSearchKeys } from '../../client/console/list/selection.ts';
import { startI18n } from '../../client/i18n.ts';
import texts from '../../client/locales/vi/console.json';
import errors from '../../client/locales/vi/errors.json';

interface Point {
  name: string;
  answers: number | null;
  state: 'open' | 'paused';
}

const STATES = { open: 'Đang nhận', paused: 'Tạm dừng' };
const columns: Column<Point>[] = [
  { id: 'name', title: 'Tên', value: ({ name }) => name },
  { id: 'answers', title: 'Lượt', value: ({ answers }) => answers, descendingFirst: true },
  { id: 'state', title: 'Tình trạng', value: ({ state }) => state, text: ({ state }) => STATES[state] },
];
const rows: Point[] = [
  { name: 'Quầy 10', answers: 5, state: 'open' },
  { name: 'Quầy 2', answers: null, state: 'paused' },
  { name: 'Đường Ô Môn', answers: 40, state: 'open' },
];
const names = (found: readonly Point[]) => found.map(({ name }) => name);
const search = (query: string) => names(searchRows(withSearchKeys(rows, columns), query));

describe('the rows of a list', () => {
  it.each([
    ['o mon', ['Đường Ô Môn']],
    ['DUONG mon', ['Đường Ô Môn']],
    ['tam dung', ['Quầy 2']],
    ['quay dang nhan', ['Quầy 10']],
    ['', ['Quầy 10', 'Quầy 2', 'Đường Ô Môn']],
    ['nowhere', []],
  ])('found by "%s" are %j', (query, expected) => {
    expect(search(query)).toEqual(expected);
  });

  it('are in Vietnamese order, and numbers in a name count as numbers', () => {
    expect(names(sortRows(rows, columns[0], false))).toEqual(['Đường Ô Môn', 'Quầy 2', 'Quầy 10']);
  });

  it('without a value come last either way', () => {
    expect(names(sortRows(rows, columns[1], false))).toEqual(['Quầy 10', 'Đường Ô Môn', 'Quầy 2']);
    expect(names(sortRows(rows, columns[1], true))).toEqual(['Đường Ô Môn', 'Quầy 10', 'Quầy 2']);
  });

  it('are exported as they are read, with formulas defused', () => {
    const hostile: Point = { name: '=HYPERLINK("http://x")', answers: 1, state: 'open' };
    expect(csvOf([hostile, ...rows.slice(1, 2)], columns)).toBe(
      '\uFEFFTên,Lượt,Tình trạng\r\n"\'=HYPERLINK(""http://x"")",1,Đang nhận\r\nQuầy 2,,Tạm dừng\r\n',
    );
  });
});

describe('the list', () => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: {} });
    await startI18n({ console: texts, errors }, {});
  });

  it('shows what the address asks for: search, choice, order', () => {
    const html = draw('/?q=quay&sort=name&order=desc');
    expect(html.indexOf('Quầy 10')).toBeLessThan(html.indexOf('Quầy 2'));
    expect(html).not.toContain('Đường Ô Môn');
    const paused = draw('/?state=paused');
    expect(paused).toContain('Quầy 2');
    expect(paused).not.toContain('Quầy 10');
  });

  it('draws one page of many rows, and a page too far is the last one', () => {
    const many = Array.from({ length: 120 }, (_, at): Point => ({ ...rows[0], name: `Máy ${at}` }) as Point);
    expect(draw('/?page=2', many)).toContain('51–100 trên 120 dòng');
    expect(draw('/?page=999', many)).toContain('101–120 trên 120 dòng');
    expect(draw('/?page=x', many)).toContain('1–50 trên 120 dòng');
  });

  it('says why there is nothing: none yet, none found, not read', () => {
    expect(draw('/', [])).toContain('Chưa có điểm khảo sát');
    expect(draw('/?q=nowhere')).toContain(texts.list.nothingFound);
    expect(draw('/', undefined, new Error('lost'))).toContain(texts.state.retry);
  });

  it('leads from a name to its page and escapes what it shows', () => {
    const hostile: Point = { name: '<img src=x>', answers: 1, state: 'open' };
    const html = draw('/', [hostile]);
    expect(html).toContain('href="/points/0"');
    expect(html).toContain('&lt;img src=x&gt;');
  });

  it('says in its table which column it is sorted by, and how', () => {
    const order = { column: 'answers', descending: true };
    const html = renderToStaticMarkup(
      <MantineProvider>
        <ListTable
          {...{ caption: 'Điểm khảo sát', columns, rows, order, selection: null }}
          rowKey={({ name }) => name}
          onSort={() => undefined}
        />
      </MantineProvider>,
    );
    expect(html.match(/aria-sort="\w+"/g)).toEqual([
      'aria-sort="none"',
      'aria-sort="descending"',
      'aria-sort="none"',
    ]);
  });
});

describe('a list that the server counts no further than to some number', () => {
  it.each([
    [true, '1–3 trên hơn 1.000 dòng'],
    [false, '1–3 trên 1.000 dòng'],
  ])('says whether there are more (%s)', (more, words) => {
    const client = new QueryClient();
    client.setQueryData(['points', 'page=1&size=50'], { rows, total: 1000, more });
    const html = renderToStaticMarkup(
      <MantineProvider>
        <QueryClientProvider client={client}>
          <MemoryRouter initialEntries={['/points']}>
            <ServedList
              caption="Điểm khảo sát"
              queryKey={['points']}
              read={() => Promise.reject(new Error('not asked'))}
              columns={columns}
              rowKey={({ name }) => name}
              empty={{ title: 'Chưa có điểm khảo sát' }}
            />
          </MemoryRouter>
        </QueryClientProvider>
      </MantineProvider>,
    );
    expect(html).toContain(`>${words}<`);
  });
});

function draw(address: string, data: Point[] | undefined = rows, error: Error | null = null): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter initialEntries={[address]}>
          <List
            caption="Điểm khảo sát"
            query={{ data: error ? undefined : data, error, refetch: () => undefined }}
            columns={columns}
            rowKey={({ name }) => name}
            linkTo={() => '/points/0'}
            choices={[
              {
                id: 'state',
                label: 'Tình trạng',
                options: [{ value: 'paused', label: 'Tạm dừng' }],
                holds: (row, value) => row.state === value,
              },
            ]}
            empty={{ title: 'Chưa có điểm khảo sát' }}
            file="diem-khao-sat"
          />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
