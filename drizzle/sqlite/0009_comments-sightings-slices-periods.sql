CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`response_seq` integer NOT NULL,
	`question` text NOT NULL,
	`agency_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`day` integer NOT NULL,
	`folded` text NOT NULL,
	`personal` integer NOT NULL,
	`allegation` integer NOT NULL,
	`status` text NOT NULL,
	`labels` text NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comments_answer` ON `comments` (`response_seq`,`question`);--> statement-breakpoint
CREATE INDEX `comments_day` ON `comments` (`day`,`id`);--> statement-breakpoint
CREATE INDEX `comments_agency_day` ON `comments` (`agency_id`,`day`);--> statement-breakpoint
CREATE INDEX `comments_counts` ON `comments` (`day`,`agency_id`,`allegation`,`status`,`labels`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `sightings` (
	`touchpoint_id` text NOT NULL,
	`day` integer NOT NULL,
	`questionnaire_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`first_seq` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`day`, `touchpoint_id`, `questionnaire_id`, `agency_id`, `first_seq`)
);
--> statement-breakpoint
CREATE INDEX `sightings_last` ON `sightings` (`last_seq`);--> statement-breakpoint
CREATE TABLE `slice_counts` (
	`questionnaire_id` text NOT NULL,
	`attribute` text NOT NULL,
	`span` integer NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`questionnaire_id`, `attribute`, `span`)
);
--> statement-breakpoint
CREATE TABLE `slice_people` (
	`questionnaire_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`day` integer NOT NULL,
	`people` text NOT NULL,
	PRIMARY KEY(`questionnaire_id`, `agency_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `slice_steps` (
	`after` integer PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `slices` (
	`questionnaire_id` text NOT NULL,
	`scope` text NOT NULL,
	`span` integer NOT NULL,
	`sizes` text NOT NULL,
	PRIMARY KEY(`questionnaire_id`, `scope`, `span`)
);
