"""The library's page in the browser: all papers, found, filtered, mapped, added and removed.

A page of its own beside the chat, served as plain HTML: its address says what it shows, so that
links, the back button and a browser without scripts work by themselves.
"""
