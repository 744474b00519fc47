CREATE TABLE "slice_steps" (
	"after" bigint NOT NULL,
	"up_to" bigint NOT NULL,
	CONSTRAINT "slice_steps_after_pk" PRIMARY KEY("after")
);
--> statement-breakpoint
CREATE TABLE "slices" (
	"questionnaire_id" text NOT NULL,
	"attribute" text NOT NULL,
	"span" bigint NOT NULL,
	"scope" text NOT NULL,
	"sizes" text NOT NULL,
	"counts" text NOT NULL,
	CONSTRAINT "slices_questionnaire_id_attribute_scope_span_pk" PRIMARY KEY("questionnaire_id","attribute","scope","span")
);
