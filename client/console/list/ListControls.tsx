// What stands above a list: search, choices, the order on a narrow screen, buttons.
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './list.module.css';
import type { Choice, Column } from './selection.ts';
import type { ListAddress } from './use-list.ts';

interface ListControlsProps<Row> {
  address: ListAddress<Row>;
  choices: readonly Choice<Row>[];
  columns: readonly Column<Row>[];
  wide: boolean;
  children: ReactNode;
}

export function ListControls<Row>({ address, choices, columns, wide, children }: ListControlsProps<Row>) {
  const { t } = useTranslation();
  // On a narrow screen the rows would otherwise begin below the first page.
  const [open, setOpen] = useState(false);
  return (
    <Group align="flex-end" gap="sm" className={classes.noPrint}>
      <TextInput
        type="search"
        label={t('list.search')}
        className={classes.control}
        value={address.query}
        onChange={(event) => address.setQuery(event.currentTarget.value)}
      />
      {!wide && (
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {address.given.length > 0 ? t('list.filtersGiven', { n: address.given.length }) : t('list.filters')}
        </Button>
      )}
      {(wide || open) &&
        choices.map((choice) => <ChoiceSelect key={choice.id} choice={choice} address={address} />)}
      {!wide && open && columns.some(({ unsorted }) => !unsorted) && (
        <OrderSelect address={address} columns={columns} />
      )}
      <Group gap="sm" className={classes.buttons}>
        {children}
      </Group>
    </Group>
  );
}

function ChoiceSelect<Row>({ choice, address }: { choice: Choice<Row>; address: ListAddress<Row> }) {
  const { t } = useTranslation();
  const value = address.valueOf(choice);
  const choose = (chosen: string) => address.choose(choice, chosen);
  if (choice.control) return <div className={classes.control}>{choice.control(value, choose)}</div>;
  return (
    <NativeSelect
      label={choice.label}
      className={classes.control}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[{ value: '', label: t('list.all') }, ...choice.options]}
    />
  );
}

function OrderSelect<Row>({ address, columns }: Pick<ListControlsProps<Row>, 'address' | 'columns'>) {
  const { t } = useTranslation();
  const { order } = address;
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap" className={classes.control}>
      <NativeSelect
        label={t('list.order')}
        flex={1}
        value={order?.column ?? ''}
        onChange={(event) => address.sortBy(event.currentTarget.value)}
        data={[
          ...(order ? [] : [{ value: '', label: t('list.asTheyCome') }]),
          ...columns
            .filter(({ unsorted }) => !unsorted)
            .map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      {order && (
        <Button variant="default" onClick={() => address.sortBy(order.column)}>
          {t(order.descending ? 'list.descending' : 'list.ascending')}
        </Button>
      )}
    </Group>
  );
}
