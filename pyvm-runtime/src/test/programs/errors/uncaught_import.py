import collections
from collections import NotThere
