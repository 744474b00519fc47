CREATE TABLE `period_closures` (
	`period` text NOT NULL,
	`number` integer NOT NULL,
	`from` integer NOT NULL,
	`to` integer NOT NULL,
	`closed_at` integer NOT NULL,
	`ledger_size` integer NOT NULL,
	`checkpoint` text NOT NULL,
	`snapshot` text NOT NULL,
	`published_at` integer,
	`reopened_at` integer,
	`reason` text,
	PRIMARY KEY(`period`, `number`)
);
