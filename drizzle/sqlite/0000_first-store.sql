CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`unit_code` text,
	`agency_code` text,
	`valid_from` integer,
	`valid_to` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agencies_parent` ON `agencies` (`parent_id`);--> statement-breakpoint
CREATE TABLE `agency_predecessors` (
	`agency_id` text NOT NULL,
	`predecessor_id` text NOT NULL,
	PRIMARY KEY(`agency_id`, `predecessor_id`),
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`predecessor_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`frontier` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`position` integer PRIMARY KEY NOT NULL,
	`response_seq` integer NOT NULL,
	`leaf_hash` text NOT NULL,
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_responseSeq_unique` ON `ledger` (`response_seq`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`receipt` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`answers` text NOT NULL,
	`comments` text,
	`locale` text NOT NULL,
	`channel` text NOT NULL,
	`answered_at` integer NOT NULL,
	`device_answered_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`salt` text NOT NULL,
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_id_unique` ON `responses` (`id`);--> statement-breakpoint
CREATE INDEX `responses_receipt` ON `responses` (`receipt`);--> statement-breakpoint
CREATE TABLE `subtrees` (
	`level` integer NOT NULL,
	`index` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`level`, `index`)
);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`grain` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`span` integer NOT NULL,
	`scope` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`grain`, `questionnaire_id`, `span`, `scope`)
);
--> statement-breakpoint
CREATE TABLE `touchpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `touchpoints_code_unique` ON `touchpoints` (`code`);--> statement-breakpoint
CREATE INDEX `touchpoints_agency` ON `touchpoints` (`agency_id`);