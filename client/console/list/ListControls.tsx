// What stands above a list: search, choices, the order on a narrow screen, buttons.
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './list.module.css';
import type { Choice, Column } from './selection.ts';
import type { useList } from './use-list.ts';

interface ListControlsProps<Row> {
  list: ReturnType<typeof useList<Row>>;
  choices: readonly Choice<Row>[];
  columns: readonly Column<Row>[];
  wide: boolean;
  children: ReactNode;
}

export function ListControls<Row>({ list, choices, columns, wide, children }: ListControlsProps<Row>) {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" gap="sm" className={classes.noPrint}>
      <TextInput
        type="search"
        label={t('list.search')}
        className={classes.control}
        value={list.query}
        onChange={(event) => list.setQuery(event.currentTarget.value)}
      />
      {choices.map((choice) => (
        <NativeSelect
          key={choice.id}
          label={choice.label}
          className={classes.control}
          value={list.valueOf(choice)}
          onChange={(event) => list.choose(choice, event.currentTarget.value)}
          data={[{ value: '', label: t('list.all') }, ...choice.options]}
        />
      ))}
      {!wide && <OrderSelect list={list} columns={columns} />}
      <Group gap="sm" className={classes.buttons}>
        {children}
      </Group>
    </Group>
  );
}

function OrderSelect<Row>({ list, columns }: Pick<ListControlsProps<Row>, 'list' | 'columns'>) {
  const { t } = useTranslation();
  const { order } = list;
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap" className={classes.control}>
      <NativeSelect
        label={t('list.order')}
        flex={1}
        value={order?.column ?? ''}
        onChange={(event) => list.sortBy(event.currentTarget.value)}
        data={[
          ...(order ? [] : [{ value: '', label: t('list.asTheyCome') }]),
          ...columns.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      {order && (
        <Button variant="default" onClick={() => list.sortBy(order.column)}>
          {t(order.descending ? 'list.descending' : 'list.ascending')}
        </Button>
      )}
    </Group>
  );
}
