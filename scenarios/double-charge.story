# A visitor was charged twice. Four people help, and the visitor tells the story once.
workspace two-tiers
  queues:
    technical: { greeting: You are with the network team }
online mara tom ines kofi lena

0s     olga opens "My card was charged twice for one month" in billing with plan "gold"
5s     mara accepts olga
12s    mara writes olga "Let me look at both invoices"
40s    olga writes "The second one came after my router was exchanged" with file 48211
60s    mara notes olga "two invoices, same contract"
70s    mara looks for targets of olga

# Warm to a specialist: declined once, then accepted; the note is read before accepting.
80s    mara transfers olga warm to technical because needs_network "exchange booked twice" tried "compared invoices" ask "undo the second booking"
85s    ines declines olga
90s    kofi looks
92s    kofi accepts olga
95s    mara writes olga "Kofi knows the router side, he will undo the booking"
100s   kofi writes olga "Hello, I see it"
110s   mara completes olga
115s   mara wraps up olga as unsolved "handed to network"

# Cold to a colleague by name, who does not answer; it comes back.
130s   kofi transfers olga cold to ines "please check the exchange date"
3m20s  kofi writes olga "Sorry, I am back with you"

# Cold to sales; the greeting there is none, the visitor still waits for one person only.
4m     kofi transfers olga cold to sales because wants_to_buy goal "a longer contract"
4m10s  lena accepts olga
4m30s  lena writes olga "I have an offer for you"
4m40s  olga tells plan "gold" cart "24 months"
5m     olga closes
5m30s  lena wraps up olga as solved
10m    tick
show olga
