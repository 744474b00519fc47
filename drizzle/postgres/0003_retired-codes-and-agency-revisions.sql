CREATE TABLE "agency_revisions" (
	"revision" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "agency_revisions_revision_pk" PRIMARY KEY("revision")
);
--> statement-breakpoint
CREATE TABLE "retired_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"touchpoint_id" text NOT NULL,
	"retired_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "retired_codes" ADD CONSTRAINT "retired_codes_touchpoint_id_touchpoints_id_fk" FOREIGN KEY ("touchpoint_id") REFERENCES "public"."touchpoints"("id") ON DELETE no action ON UPDATE no action;