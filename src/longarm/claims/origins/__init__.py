"""Origins: whose knowledge a statement goes back to, and how many of them are independent."""
