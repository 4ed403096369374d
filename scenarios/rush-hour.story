# Nine visitors, three agents of capacity two: the line is served in order, and nobody gets a third.
workspace one-queue
  queues: { help: { wrap_up: { time: 0s } } }

0s     a1 opens
1s     a2 opens
2s     a3 opens needing french 3
3s     a4 opens
4s     a5 opens
5s     a6 opens
6s     a7 opens needing billing 5
7s     a8 opens
8s     a9 opens
9s     rosa prioritises a8 9
10s    mara online
10s    tom online
10s    ines online
12s    mara accepts a8
12s    mara accepts a1
13s    tom accepts a2
13s    tom accepts a3
14s    ines accepts a4
14s    ines declines a5
20s    mara closes a1
22s    mara accepts a5
30s    ines accepts a6
40s    ines closes a4
41s    ines accepts a7
50s    tom closes a2
51s    tom accepts a9
52s    rosa looks at a9
60s    mara looks
60s    tom looks
60s    ines looks
