DROP TABLE `sightings`;--> statement-breakpoint
DROP TABLE `slice_people`;--> statement-breakpoint
DROP INDEX `comments_day`;--> statement-breakpoint
DROP INDEX `comments_counts`;--> statement-breakpoint
CREATE INDEX `comments_day` ON `comments` (`day`,`allegation`,`folded`);--> statement-breakpoint
CREATE INDEX `comments_counts` ON `comments` (`day`,`status`,`labels`,`agency_id`,`allegation`);--> statement-breakpoint
CREATE TABLE `extracts` (
	`day` integer NOT NULL,
	`agency_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`sightings` text NOT NULL,
	`letters` text NOT NULL,
	PRIMARY KEY(`day`, `agency_id`, `touchpoint_id`, `questionnaire_id`)
);
--> statement-breakpoint
CREATE INDEX `extracts_agency` ON `extracts` (`agency_id`,`day`);--> statement-breakpoint
DELETE FROM `slice_steps`;--> statement-breakpoint
DELETE FROM `slices`;--> statement-breakpoint
DELETE FROM `slice_counts`;