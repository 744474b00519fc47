CREATE TABLE `slice_steps` (
	`after` integer PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `slices` (
	`questionnaire_id` text NOT NULL,
	`attribute` text NOT NULL,
	`span` integer NOT NULL,
	`scope` text NOT NULL,
	`sizes` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`questionnaire_id`, `attribute`, `scope`, `span`)
);
