# Lost connections, a restart, a parked conversation, an empty queue: nobody is left with nobody.
workspace two-tiers
  queues:
    billing: { max_wait: 4m, fallback: technical }
online mara ines

0s      pia opens "Is there an outage?" in billing
4s      mara accepts pia
20s     mara writes pia "I am checking"
30s     mara transfers pia warm to technical because needs_network "whole street is down"
35s     ines accepts pia

# The sender's train enters a tunnel; the receiver becomes owner after the grace.
40s     mara drops
71s     ines writes pia "I have taken over from Mara"
90s     rui opens "Same here" in billing
2m      mara connects
2m5s    mara accepts rui
2m10s   mara writes rui "Which street?"
2m20s   rui drops

# The server goes down and comes back; offers are made again, graces begin anew.
2m30s   uma opens "And here" in billing
2m31s   server restarts
2m33s   pia connects
2m34s   ines connects
2m50s   uma connects
3m      ines parks pia

# Mara never comes back: rui is re-queued at the front and overtakes uma; the queue's fallback takes both.
4m40s   tick
5m      ines accepts rui
6m      rui connects
7m      pia writes "It works again"
7m10s   ines closes pia
8m30s   tick
9m      ines accepts uma
12m     uma closes
20m     tick
show pia rui uma
