CREATE TABLE "device_batches" (
	"device_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"size" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "device_batches_device_id_sequence_pk" PRIMARY KEY("device_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "device_refusals" (
	"device_id" text NOT NULL,
	"code" text NOT NULL,
	"n" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "device_refusals_device_id_code_pk" PRIMARY KEY("device_id","code")
);
--> statement-breakpoint
CREATE TABLE "device_touchpoints" (
	"device_id" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	CONSTRAINT "device_touchpoints_device_id_touchpoint_id_pk" PRIMARY KEY("device_id","touchpoint_id")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"name" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"corner_code" text NOT NULL,
	"paired_at" bigint NOT NULL,
	"revoked_at" bigint,
	"last_seen_at" bigint,
	"last_sequence" bigint NOT NULL,
	"last_hash" text NOT NULL,
	"clock_error_ms" bigint,
	"unsent" bigint,
	"oldest_unsent" bigint,
	"version" text,
	"battery" double precision,
	"charging" boolean,
	"storage_persisted" boolean,
	"storage_usage" bigint,
	"storage_quota" bigint,
	CONSTRAINT "devices_publicKey_unique" UNIQUE("public_key")
);
--> statement-breakpoint
CREATE TABLE "drop_offs" (
	"questionnaire_id" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"day" bigint NOT NULL,
	"question" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "drop_offs_questionnaire_id_touchpoint_id_day_question_pk" PRIMARY KEY("questionnaire_id","touchpoint_id","day","question")
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"code" text NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "pairings_publicKey_unique" UNIQUE("public_key"),
	CONSTRAINT "pairings_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "device_id" text;--> statement-breakpoint
ALTER TABLE "device_batches" ADD CONSTRAINT "device_batches_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_refusals" ADD CONSTRAINT "device_refusals_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_touchpoints" ADD CONSTRAINT "device_touchpoints_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_touchpoints" ADD CONSTRAINT "device_touchpoints_touchpoint_id_touchpoints_id_fk" FOREIGN KEY ("touchpoint_id") REFERENCES "public"."touchpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_touchpoint_id_touchpoints_id_fk" FOREIGN KEY ("touchpoint_id") REFERENCES "public"."touchpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drop_offs" ADD CONSTRAINT "drop_offs_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drop_offs" ADD CONSTRAINT "drop_offs_touchpoint_id_touchpoints_id_fk" FOREIGN KEY ("touchpoint_id") REFERENCES "public"."touchpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "devices_touchpoint" ON "devices" USING btree ("touchpoint_id");--> statement-breakpoint
CREATE INDEX "pairings_expires" ON "pairings" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;