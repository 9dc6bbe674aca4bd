from __syntax__ import tstring

parts = [1]
print(t"{parts[0]} of {parts[1]}")
