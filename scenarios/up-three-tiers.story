# A question climbs three tiers; a supervisor helps without taking over, and three departments end it together.
workspace pipeline
  agents:
    rosa: { supervisor_of: [front, network, experts, billing] }
online mara ines rosa

# The first tier asks for help: a whisper, a word to the visitor, a take-over that is handed back.
0s     nils opens "Nothing works since the storm" in support
4s     mara accepts nils
10s    mara writes nils "Let me see what I can find"
20s    mara raises hand in nils "is the mast in the harbour down"
24s    rosa takes hand in nils by whispering
30s    rosa whispers nils "it is, until tonight; be frank about it"
34s    mara whispers nils "thank you"
40s    rosa assists nils by joining confirmed
45s    rosa writes nils "I am sorry, our mast is down until tonight"
55s    rosa takes over nils
65s    rosa hands back nils

# Up to the second tier, and on to the third, where nobody is: back to the second by its fallback.
90s    mara escalates nils to network "the router may have been hit as well"
96s    ines accepts nils
110s   ines writes nils "Hello, I am looking at your router"
2m     ines escalates nils to up "two ports are dead" anyway
5m10s  tick
5m12s  ines accepts nils

# Three departments at one table.
5m30s  dana online
5m31s  bea online
5m40s  ines invites dana to nils "can we send a new one"
5m45s  dana accepts nils
5m50s  ines invites invoices to nils "who pays for it"
5m55s  bea accepts nils
6m     dana writes nils "A new router is on its way to you"
6m10s  bea writes nils "and it costs you nothing"
6m20s  bea notes nils "charged to damage by storm"
6m30s  bea leaves nils
6m40s  ines makes dana owner of nils
6m50s  nils writes "Thank you, all of you"
7m     ines leaves nils
7m10s  dana closes nils
7m20s  nils rates 5 "You never made me repeat myself"
10m    tick
show nils
