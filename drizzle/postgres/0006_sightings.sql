CREATE TABLE "sightings" (
	"touchpoint_id" text NOT NULL,
	"day" bigint NOT NULL,
	"questionnaire_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"first_seq" bigint NOT NULL,
	"last_seq" bigint NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "sightings_day_touchpoint_id_questionnaire_id_agency_id_first_seq_pk" PRIMARY KEY("day","touchpoint_id","questionnaire_id","agency_id","first_seq")
);
--> statement-breakpoint
CREATE INDEX "sightings_last" ON "sightings" USING btree ("last_seq");