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
ALTER TABLE "comments" ADD CONSTRAINT "comments_response_seq_responses_seq_fk" FOREIGN KEY ("response_seq") REFERENCES "public"."responses"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "comments_answer" ON "comments" USING btree ("response_seq","question");--> statement-breakpoint
CREATE INDEX "comments_day" ON "comments" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "comments_agency_day" ON "comments" USING btree ("agency_id","day");--> statement-breakpoint
CREATE INDEX "comments_counts" ON "comments" USING btree ("day","agency_id","allegation","status","labels");