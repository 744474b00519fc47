DROP TABLE `sightings`;--> statement-breakpoint
DROP TABLE `slice_people`;--> statement-breakpoint
CREATE TABLE `extracts` (
	`day` integer NOT NULL,
	`agency_id` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`letters` text NOT NULL,
	PRIMARY KEY(`day`, `agency_id`, `touchpoint_id`, `questionnaire_id`)
);
--> statement-breakpoint
CREATE INDEX `extracts_agency` ON `extracts` (`agency_id`,`day`);--> statement-breakpoint
DELETE FROM `slice_steps`;--> statement-breakpoint
DELETE FROM `slices`;--> statement-breakpoint
DELETE FROM `slice_counts`;