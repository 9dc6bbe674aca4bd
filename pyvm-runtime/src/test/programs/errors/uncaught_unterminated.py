x = 'fine'
y = "not closed
z = 1
