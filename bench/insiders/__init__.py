"""Two invented forces at work, and people in them who look at what is none of their business.

Written without knowledge of the rules that are measured: nothing here imports thresholds.
"""
