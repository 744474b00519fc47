CREATE TABLE "agencies" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"unit_code" text,
	"agency_code" text,
	"valid_from" bigint,
	"valid_to" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_predecessors" (
	"agency_id" text NOT NULL,
	"predecessor_id" text NOT NULL,
	CONSTRAINT "agency_predecessors_agency_id_predecessor_id_pk" PRIMARY KEY("agency_id","predecessor_id")
);
--> statement-breakpoint
CREATE TABLE "checkpoints" (
	"size" bigint NOT NULL,
	"frontier" json NOT NULL,
	"note" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "checkpoints_size_pk" PRIMARY KEY("size")
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"position" bigint NOT NULL,
	"response_seq" bigint NOT NULL,
	"leaf_hash" text NOT NULL,
	CONSTRAINT "ledger_position_pk" PRIMARY KEY("position"),
	CONSTRAINT "ledger_responseSeq_unique" UNIQUE("response_seq")
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"content" json NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"receipt" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"agency_id" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"answers" text NOT NULL,
	"comments" text,
	"locale" text NOT NULL,
	"channel" text NOT NULL,
	"answered_at" bigint NOT NULL,
	"device_answered_at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"duration_ms" bigint NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "responses_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "subtrees" (
	"level" bigint NOT NULL,
	"index" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "subtrees_level_index_pk" PRIMARY KEY("level","index")
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"grain" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"span" bigint NOT NULL,
	"scope" text NOT NULL,
	"counts" json NOT NULL,
	CONSTRAINT "tallies_grain_questionnaire_id_span_scope_pk" PRIMARY KEY("grain","questionnaire_id","span","scope")
);
--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"id" text PRIMARY KEY NOT NULL,
	"agency_id" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "touchpoints_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_parent_id_agencies_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_predecessors" ADD CONSTRAINT "agency_predecessors_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_predecessors" ADD CONSTRAINT "agency_predecessors_predecessor_id_agencies_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_response_seq_responses_seq_fk" FOREIGN KEY ("response_seq") REFERENCES "public"."responses"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_touchpoint_id_touchpoints_id_fk" FOREIGN KEY ("touchpoint_id") REFERENCES "public"."touchpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agencies_parent" ON "agencies" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "responses_receipt" ON "responses" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "touchpoints_agency" ON "touchpoints" USING btree ("agency_id");