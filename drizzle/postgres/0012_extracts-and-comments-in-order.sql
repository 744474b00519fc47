ALTER TABLE "sightings" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "slice_people" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "sightings" CASCADE;--> statement-breakpoint
DROP TABLE "slice_people" CASCADE;--> statement-breakpoint
DROP INDEX "comments_counts";--> statement-breakpoint
CREATE INDEX "comments_counts" ON "comments" USING btree ("day","status","labels","agency_id","allegation");--> statement-breakpoint
CREATE TABLE "extracts" (
	"day" bigint NOT NULL,
	"agency_id" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"sightings" text NOT NULL,
	"letters" text NOT NULL,
	CONSTRAINT "extracts_day_agency_id_touchpoint_id_questionnaire_id_pk" PRIMARY KEY("day","agency_id","touchpoint_id","questionnaire_id")
);
--> statement-breakpoint
CREATE INDEX "extracts_agency" ON "extracts" USING btree ("agency_id","day");--> statement-breakpoint
DELETE FROM "slice_steps";--> statement-breakpoint
DELETE FROM "slices";--> statement-breakpoint
DELETE FROM "slice_counts";