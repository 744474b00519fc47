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
CREATE INDEX `comments_counts` ON `comments` (`day`,`agency_id`,`allegation`,`status`,`labels`);