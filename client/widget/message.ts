/** What a page of ours tells the site around it: that it may be closed. It says nothing of what was answered. */
export const CLOSE = 'lang-nghe:close';
