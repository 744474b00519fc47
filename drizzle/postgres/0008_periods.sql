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
