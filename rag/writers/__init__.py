"""Writers: each turns a question and its evidence into a draft that the checks then judge."""
