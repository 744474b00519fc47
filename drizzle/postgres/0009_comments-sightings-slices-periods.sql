CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"response_seq" bigint NOT NULL,
	"question" text NOT NULL,
	"agency_id" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"day" bigint NOT NULL,
	"folded" text NOT NULL,
	"personal" boolean NOT NULL,
	"allegation" boolean NOT NULL,
	"status" text NOT NULL,
	"labels" text NOT NULL,
	"erased_at" bigint
);
--> statement-breakpoint
CREATE TABLE "period_closures" (
	"period" text NOT NULL,
	"number" bigint NOT NULL,
	"from" bigint NOT NULL,
	"to" bigint NOT NULL,
	"closed_at" bigint NOT NULL,
	"ledger_size" bigint NOT NULL,
	"checkpoint" text NOT NULL,
	"snapshot" text NOT NULL,
	"published_at" bigint,
	"reopened_at" bigint,
	"reason" text,
	CONSTRAINT "period_closures_period_number_pk" PRIMARY KEY("period","number")
);
--> statement-breakpoint
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
CREATE TABLE "slice_counts" (
	"questionnaire_id" text NOT NULL,
	"attribute" text NOT NULL,
	"span" bigint NOT NULL,
	"counts" text NOT NULL,
	CONSTRAINT "slice_counts_questionnaire_id_attribute_span_pk" PRIMARY KEY("questionnaire_id","attribute","span")
);
--> statement-breakpoint
CREATE TABLE "slice_people" (
	"questionnaire_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"day" bigint NOT NULL,
	"people" text NOT NULL,
	CONSTRAINT "slice_people_questionnaire_id_agency_id_day_pk" PRIMARY KEY("questionnaire_id","agency_id","day")
);
--> statement-breakpoint
CREATE TABLE "slice_steps" (
	"after" bigint NOT NULL,
	"up_to" bigint NOT NULL,
	CONSTRAINT "slice_steps_after_pk" PRIMARY KEY("after")
);
--> statement-breakpoint
CREATE TABLE "slices" (
	"questionnaire_id" text NOT NULL,
	"scope" text NOT NULL,
	"span" bigint NOT NULL,
	"sizes" text NOT NULL,
	CONSTRAINT "slices_questionnaire_id_scope_span_pk" PRIMARY KEY("questionnaire_id","scope","span")
);
--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_response_seq_responses_seq_fk" FOREIGN KEY ("response_seq") REFERENCES "public"."responses"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "comments_answer" ON "comments" USING btree ("response_seq","question");--> statement-breakpoint
CREATE INDEX "comments_day" ON "comments" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "comments_agency_day" ON "comments" USING btree ("agency_id","day");--> statement-breakpoint
CREATE INDEX "comments_counts" ON "comments" USING btree ("day","agency_id","allegation","status","labels");--> statement-breakpoint
CREATE INDEX "sightings_last" ON "sightings" USING btree ("last_seq");