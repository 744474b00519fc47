CREATE TABLE "audio_files" (
	"name" text PRIMARY KEY NOT NULL,
	"content" text NOT NULL
);
