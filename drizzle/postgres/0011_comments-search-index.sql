DROP INDEX "comments_day";--> statement-breakpoint
CREATE INDEX "comments_day" ON "comments" USING btree ("day","id","allegation");