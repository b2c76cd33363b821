"""Lines and paragraphs: what each is, which are the article, what is mended in them."""
