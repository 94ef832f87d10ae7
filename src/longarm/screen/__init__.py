"""Screening crawls: which of many captured pages tell of transnational repression.

Pages are screened by what they tell, never by who is in them: nothing here takes a name, a list of people or a search
word, and nothing it writes holds words of a page.
"""
