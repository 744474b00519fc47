DROP INDEX "comments_counts";--> statement-breakpoint
CREATE INDEX "comments_counts" ON "comments" USING btree ("day","status","labels","agency_id","allegation");